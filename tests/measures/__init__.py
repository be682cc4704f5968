"""What `make score` and `make bench` measure: how right the findings are, and how quickly they come.

The tests import the scoring from here, so that what they hold up is what the commands print.
"""
