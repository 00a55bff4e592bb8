using System.ComponentModel;

namespace TopHalf.CompilerServices;

/// <summary>
/// What generated code may rely on in this assembly. A generator names the version that it writes for; where that member is
/// missing or obsolete, the build says which package to update.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedContract
{
    /// <summary>
    /// Events one after the other, top halves that ran before them, programs with blocks, addresses known at binding, vectors that are told of,
    /// sources that are unmasked at the start alone, and ranges of vectors with a user vector.
    /// </summary>
    public const int Version6 = 6;
}
