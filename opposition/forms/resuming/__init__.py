"""The forms of `/reprendre/`: dates typed again, what came back, and what to make of it."""
