namespace TopHalf.LibraryCalls.Tests;

/// <summary>What happened when a case was run.</summary>
/// <param name="Calls">How many of its calls were measured: none, if all threw or ended the process.</param>
/// <param name="Bytes">What they allocated at steady state.</param>
/// <param name="Note">The receiver and the values of calls that allocated, else what calls threw; what the process said when it ended.</param>
/// <param name="HasEnded">Whether the process ended in it.</param>
/// <param name="SystemCalls">The numbers of the system calls that it made.</param>
internal sealed record Outcome(int Calls, long Bytes, string Note, bool HasEnded, IReadOnlyCollection<long> SystemCalls);
