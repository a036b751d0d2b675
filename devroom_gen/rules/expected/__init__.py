"""The facts that texts are held against, each with where it comes from: a record, or what the pages agree on."""
