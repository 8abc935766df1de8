"""What an author types as keys and values, read with its place in the file and turned into typed values.

`yaml_reader` makes nodes that keep every character as typed, `convert` makes Structs of them and collects all faults,
`json_schema` tells editors the same rules. This room never opens a file and never stops at the first fault.
"""
