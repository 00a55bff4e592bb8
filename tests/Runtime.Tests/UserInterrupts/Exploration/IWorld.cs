namespace TopHalf.Runtime.Tests.UserInterrupts.Exploration;

/// <summary>A state of things that an <see cref="Explorer"/> goes on from, in every way there is.</summary>
internal interface IWorld<TWorld>
    where TWorld : IWorld<TWorld>
{
    /// <summary>The same for states from which the same can follow.</summary>
    string Key { get; }

    /// <summary>One like this, that changes apart from it.</summary>
    TWorld Copy();

    /// <summary>All that can happen next; none where all have come to their end, or wait for what never comes.</summary>
    IEnumerable<Move<TWorld>> Moves();

    /// <summary>What must never be, or null.</summary>
    string? Fault();

    /// <summary>What must not be when nothing can happen any more, or null.</summary>
    string? FaultAtEnd();
}

/// <summary>A step of one thread or processor, without anything in between.</summary>
internal sealed record Move<TWorld>(string Name, Action<TWorld> Make);
