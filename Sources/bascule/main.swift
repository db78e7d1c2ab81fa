import CommandLineTool

Bascule.run()
