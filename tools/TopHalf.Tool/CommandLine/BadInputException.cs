namespace TopHalf.Tool;

/// <summary>What the user gave cannot be used, whatever the machine is like: exit code 2. The message is the whole complaint.</summary>
internal sealed class BadInputException(string message, Exception? innerException = null) : Exception(message, innerException);
