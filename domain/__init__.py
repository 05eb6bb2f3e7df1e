"""What the field remembers: words, commands, facts and the rules that keep them honest."""
