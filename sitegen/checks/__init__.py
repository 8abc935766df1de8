"""Rules over the finished pages, in memory, before anything is written. Changes nothing."""
