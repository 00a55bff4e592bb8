using TopHalf.CompilerServices;

namespace TopHalf.Generator.Tests.Running;

/// <summary>Gives the events of a script to the generated loop, one after the other, on the caller's thread.</summary>
internal sealed class ScriptedReceiver(PciDevice device, int[] vectors, IEnumerable<ScriptedEvent> script)
    : InterruptReceiver(device, vectors)
{
    private readonly Queue<ScriptedEvent> _script = new(script);

    /// <summary>How many events the loop took for spurious.</summary>
    public long SpuriousCount => Enumerable.Range(0, Vectors.Length).Sum(slot => Counters(slot).Spurious);

    internal override VectorLine Line(int slot) => throw new NotSupportedException("A script has no lines.");

    public override void Dispose()
    {
    }

    private protected override int Wait(Span<InterruptEvent> batch)
    {
        if (!_script.TryDequeue(out ScriptedEvent next))
        {
            Stop();
            return 0;
        }

        batch[0] = Record(Vectors.IndexOf(next.Vector), next.Signals, next.Timestamp);
        return 1;
    }

    private protected override void Wake()
    {
    }
}
