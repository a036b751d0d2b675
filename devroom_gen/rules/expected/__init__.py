"""The facts that pages are judged by, each with where it comes from: a record, a year, or what the pages agree on."""
