"""Views of the log: one file a question, folded from facts and disposable."""
