"""What the figures can bear. numpy and scipy live here and nowhere else; nothing at start-up comes here."""
