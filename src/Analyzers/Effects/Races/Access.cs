using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>One use of a storage.</summary>
/// <param name="Storage">What is used.</param>
/// <param name="How">How, as the author wrote it.</param>
/// <param name="IsAtomic">Whether Volatile, Interlocked or <c>volatile</c> orders it.</param>
/// <param name="Place">The name in the source.</param>
/// <param name="Way">The calls that lead there from the entry.</param>
/// <param name="Order">Its number in the order of the source, calls gone into.</param>
internal sealed record Access(Storage Storage, AccessKind How, bool IsAtomic, Place Place, Way? Way, int Order)
{
    /// <summary>Whether it may change what is there.</summary>
    public bool IsWrite => How != AccessKind.Read;
}

/// <summary>How a storage is used.</summary>
internal enum AccessKind
{
    /// <summary>Its value is taken.</summary>
    Read,

    /// <summary>It gets a value.</summary>
    Assign,

    /// <summary>It gets a value, and what it had is taken.</summary>
    Exchange,

    /// <summary><c>++</c></summary>
    Increment,

    /// <summary><c>--</c></summary>
    Decrement,

    /// <summary><c>+=</c></summary>
    Add,

    /// <summary>Any other operation on what is there.</summary>
    Update,
}

/// <summary>The calls from an entry to where something is done, the last first.</summary>
/// <param name="Code">What is called.</param>
/// <param name="Type">The type that it is called on, with its arguments where they are known.</param>
/// <param name="Place">Where.</param>
/// <param name="Before">The calls before.</param>
internal sealed record Way(IMethodSymbol Code, ITypeSymbol? Type, Place Place, Way? Before);

/// <summary>A use of what orders other uses: a flag, a lock, a signal.</summary>
/// <param name="Storage">The flag.</param>
/// <param name="Order">Its number in the order of the source.</param>
/// <param name="IsAcquire">What follows sees what was before its release.</param>
/// <param name="IsRelease">What was before is seen by who acquires it.</param>
/// <param name="IsTested">Whether its result decides what follows: a protocol, and not a reading beside others.</param>
internal sealed record Sync(Storage Storage, int Order, bool IsAcquire, bool IsRelease, bool IsTested);
