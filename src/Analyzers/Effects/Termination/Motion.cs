namespace TopHalf.Analyzers.Effects;

/// <summary>Where a variable moves. One that always moves the same way comes to an end.</summary>
internal enum Motion
{
    /// <summary>It gets a value; whether that moves it depends on the value.</summary>
    Set,

    /// <summary>It grows.</summary>
    Up,

    /// <summary>It shrinks.</summary>
    Down,

    /// <summary>It loses bits: &amp;=, &gt;&gt;=, /=.</summary>
    Fewer,

    /// <summary>It gains bits: |=, &lt;&lt;=, *=.</summary>
    More,

    /// <summary>Its bits change: ^=.</summary>
    Flip,

    /// <summary>It goes on to what it leads to: the next node, the next slot of a ring, a collection with an item less.</summary>
    Walk,
}
