"""How a letter leaves. Today the portal sends nothing: these are the ways a person sends."""
