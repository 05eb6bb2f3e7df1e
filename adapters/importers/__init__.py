"""Files of others, read into command lines; nothing here knows the database."""
