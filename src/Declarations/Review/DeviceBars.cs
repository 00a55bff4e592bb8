using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>The BARs whose sizes a driver class declares.</summary>
public sealed class DeviceBars
{
    private const ulong SmallestMemory = 16;
    private const ulong SmallestPorts = 4;

    private readonly Dictionary<byte, DeviceBar> _bars = [];

    private DeviceBars()
    {
    }

    /// <summary>No size is declared, so no register can be outside.</summary>
    public bool IsEmpty => _bars.Count == 0;

    /// <summary>Reads and checks the declarations of a driver class. Those that are wrong are left out.</summary>
    public static DeviceBars Read(INamedTypeSymbol driver, FaultSink faults)
    {
        var bars = new DeviceBars();
        foreach (AttributeData attribute in driver.GetAttributes().Where(static a => a.Kind == AttributeKind.Bar && a.IsWellFormed))
        {
            if (attribute.Has<byte>(KnownNames.IndexArgument) && attribute.Has<ulong>(KnownNames.LengthArgument))
            {
                bars.Add(attribute, faults);
            }
            else
            {
                faults.AddForeign(attribute);
            }
        }

        return bars;
    }

    /// <summary>The declaration of a BAR; null where it has none.</summary>
    public DeviceBar? Find(int index) => index is >= 0 and <= byte.MaxValue && _bars.TryGetValue((byte)index, out DeviceBar? bar) ? bar : null;

    private void Add(AttributeData attribute, FaultSink faults)
    {
        var bar = new DeviceBar(
            (byte)attribute.Argument(KnownNames.IndexArgument)!,
            (ulong)attribute.Argument(KnownNames.LengthArgument)!,
            attribute.Argument(KnownNames.IsPort) is true);
        var index = Anchor.Argument(attribute, KnownNames.IndexArgument);
        ulong smallest = bar.IsPort ? SmallestPorts : SmallestMemory;
        if (bar.Index > DescriptorChecks.LastBar)
        {
            faults.Add(DeclarationRules.BarOutOfRange, index, bar.Index, DescriptorChecks.LastBar);
        }
        else if (Find(bar.Index) is { } first)
        {
            faults.Add(DeclarationRules.BarDeclaredTwice, index, bar.Index, first.Length);
        }
        else if (bar.Length < smallest || (bar.Length & (bar.Length - 1)) != 0)
        {
            faults.Add(
                DeclarationRules.BarLength, Anchor.Argument(attribute, KnownNames.LengthArgument), bar.Length, smallest, bar.Kind);
        }
        else
        {
            _bars.Add(bar.Index, bar);
        }
    }
}
