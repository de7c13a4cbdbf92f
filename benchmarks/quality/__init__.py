"""How well what is read agrees with annotated documents."""
