"""The pages of the comparison, as sections: targets, levels, losses, money, the year before; and a table."""
