namespace TopHalf;

/// <summary>What <see cref="InterruptOptions.Checked"/> has counted for a vector up to now.</summary>
/// <param name="Vector">The vector's number; 0 for the line.</param>
/// <param name="Handler">The method that handles it.</param>
/// <param name="Calls">Calls that were looked at.</param>
/// <param name="AllocatedBytes">Bytes that they allocated on their thread.</param>
/// <param name="CompiledMethods">Methods that were compiled on their thread meanwhile.</param>
/// <param name="Longest">The longest of them, the steps around it included.</param>
/// <param name="Total">All of them together.</param>
public readonly record struct HandlerCheck(
    int Vector, string Handler, long Calls, long AllocatedBytes, long CompiledMethods, TimeSpan Longest, TimeSpan Total);
