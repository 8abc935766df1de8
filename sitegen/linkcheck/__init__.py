"""Asks the addresses of others that a site links to whether anybody still answers: seldom, politely, remembering.

The one room of the generator that uses the network, and only when it is told to. Stops nothing, whatever it finds.
"""
