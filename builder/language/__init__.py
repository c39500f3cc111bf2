"""The Swedish language and the way it cites law: inflected terms, citations, likely spellings."""
