namespace TopHalf;

/// <summary>
/// A handler as it was declared, or the handlers that share their vectors by status bits: their vectors, and the step program that
/// each of them runs.
/// </summary>
public sealed class HandlerManifest
{
    private readonly VectorRange[] _vectors;
    private readonly Step[] _program;
    private readonly Step[] _start;

    /// <summary>Called by generated code; the arrays are owned by the manifest from then on.</summary>
    /// <param name="name">The name of the handler's method; of several, their names with commas.</param>
    /// <param name="vectors">Its vectors, in ascending order.</param>
    /// <param name="program">The steps in the order of execution, those of the handlers included.</param>
    /// <param name="start">What unmasks the sources at the start, where the program does not have all of it.</param>
    public HandlerManifest(string name, VectorRange[] vectors, Step[] program, Step[]? start = null)
    {
        Name = name;
        _vectors = vectors;
        _program = program;
        _start = start ?? [];
    }

    /// <summary>The name of the handler's method; of several, their names with commas.</summary>
    public string Name { get; }

    /// <summary>The handler's vectors, in ascending order.</summary>
    public ReadOnlySpan<VectorRange> Vectors => _vectors;

    /// <summary>The place of one of its vectors in its range.</summary>
    internal int IndexOf(int vector)
    {
        foreach (VectorRange range in _vectors)
        {
            if (vector >= range.First && vector < range.End)
            {
                return vector - range.First;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(vector), vector, $"{Name} does not handle it.");
    }

    /// <summary>The number after its last vector.</summary>
    internal int EndOfVectors => _vectors.Length == 0 ? 0 : _vectors.Max(static range => range.End);

    /// <summary>The steps in the order of execution, those of the handlers included.</summary>
    public ReadOnlySpan<Step> Program => _program;

    /// <summary>
    /// What unmasks the sources when interrupts are enabled, those of the program included; empty where the program has all of it
    /// (no <see cref="IrqEnableAttribute.Once"/>).
    /// </summary>
    public ReadOnlySpan<Step> Start => _start;
}
