image_tag = "5.5"
