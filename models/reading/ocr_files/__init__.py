"""What other software read in a picture and wrote beside it: ALTO, PAGE-XML and hOCR."""
