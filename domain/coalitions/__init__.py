"""Country Coalitions: one affected State, a lead donor and partners, one goal under one article, several years."""
