"""An exercise on paper: a worksheet for students and an answer key for the teacher."""
