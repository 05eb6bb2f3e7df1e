"""HTTP: the API, its documentation, and pages for people."""
