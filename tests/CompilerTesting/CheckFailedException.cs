namespace TopHalf.CompilerTesting;

/// <summary>A check of the harness found what must not be. Any exception fails a test; this one says why.</summary>
public sealed class CheckFailedException(string message) : Exception(message);
