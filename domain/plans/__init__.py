"""Plans to meet an obligation: completion plans and national action plans, with their budgets."""
