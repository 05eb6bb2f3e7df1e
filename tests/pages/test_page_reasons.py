"""Why did they leave: the page of a shift answers what was known, what was decided, and whose words the reason is."""



