"""What the bot says later: taken in once, leased, paced, sent, and sent again only if nobody knows."""
