"""What finished pages say or leave out where the law has a word in it: prices, advertising, voices, consent."""
