using System.ComponentModel;

namespace TopHalf.CompilerServices;

/// <summary>
/// What generated code may rely on in this assembly. A generator names the version that it writes for; where that member is
/// missing or obsolete, the build says which package to update.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedContract
{
    /// <summary>The contract of TopHalf 0.1.</summary>
    public const int Version1 = 1;
}
