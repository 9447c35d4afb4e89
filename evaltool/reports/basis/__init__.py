"""评分依据: what every number rests on."""
