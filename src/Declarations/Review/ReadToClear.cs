using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>
/// Registers that a read clears. Whoever reads one of them takes what it held: a second reader takes interrupts from the
/// handler that the first read was for.
/// </summary>
public sealed class ReadToClear
{
    private readonly ImmutableArray<(Descriptor Descriptor, RegisterPlaces Places, string Owner)> _readers;

    private ReadToClear(ImmutableArray<(Descriptor Descriptor, RegisterPlaces Places, string Owner)> readers) => _readers = readers;

    /// <summary>The driver has no such register.</summary>
    public bool IsEmpty => !_readers.Any(static r => r.Descriptor.ReadClears);

    /// <summary>The reads of a driver without faults.</summary>
    public static ReadToClear Of(INamedTypeSymbol driver) => Of(DeclaredDriver.Read(driver));

    /// <summary>Reports code that reads such a register.</summary>
    public void Check(RegisterPlace read, Anchor anchor, FaultSink faults)
    {
        foreach ((Descriptor descriptor, RegisterPlaces places, string owner) in _readers)
        {
            if (descriptor is { ReadClears: true, Address: null or { IsOpen: false, IndexOffset: null } } && places.Overlaps(read))
            {
                Report(read, owner, anchor, faults);
                return;
            }
        }
    }

    // A descriptor of the class is one reader, however many handlers it stands in for.
    internal static ReadToClear Of(DeclaredDriver driver) => new(
    [
        .. driver.Descriptors
            .Where(r => Reads(r.Descriptor) && driver.Groups.Any(g => g.Effective.Contains(r.Descriptor)))
            .Select(r => (r.Descriptor, RegisterPlaces.Of(driver, r.Descriptor), r.Owner)),
    ]);

    internal void Check(FaultSink faults)
    {
        for (int i = 0; i < _readers.Length; i++)
        {
            (Descriptor reader, RegisterPlaces places, _) = _readers[i];
            for (int j = 0; j < _readers.Length; j++)
            {
                // Of two that both clear, the second is told; of two where one does, the other.
                (Descriptor first, RegisterPlaces clearing, string owner) = _readers[j];
                if (first.ReadClears && (reader.ReadClears ? j < i : j != i) && first.IsFoundLike(reader) && places.Shared(clearing) is { } shared)
                {
                    Report(shared, owner, Anchor.Argument(reader.Source, KnownNames.OffsetArgument), faults);
                    break;
                }
            }
        }
    }

    private static bool Reads(Descriptor descriptor) => descriptor.Role is AttributeKind.Pending or AttributeKind.Bank || descriptor.Modifies || descriptor.Flush;

    private static void Report(RegisterPlace read, string owner, Anchor anchor, FaultSink faults)
        => faults.Add(DeclarationRules.ReadToClearReadTwice, anchor, read.Offset, read.Bar, owner);
}
