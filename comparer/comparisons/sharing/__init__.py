"""Reading a comparison by a link: switched on and off by its owner, with nothing of the owner in it."""
