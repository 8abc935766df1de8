"""What is known of earlier builds: values by what they follow from, the last trace, what has changed since."""
