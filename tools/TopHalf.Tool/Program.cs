using TopHalf.Tool;

return ToolCommandLine.Run(args, Machine.ThisOne());
