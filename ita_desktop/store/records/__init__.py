"""One module per family of tables: values to rows and back."""
