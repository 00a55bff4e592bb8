namespace TopHalf.WarmUp.Drivers;

/// <summary>Every driver of this program by its name.</summary>
public static class Shapes
{
    internal static readonly Dictionary<string, Func<PciDevice, IProbed>> All = new(StringComparer.Ordinal)
    {
        ["chains"] = static device => new ChainDriver(device),
        ["collections"] = static _ => new CollectionDriver(),
        ["concurrent"] = static _ => new ConcurrentDriver(),
        ["delegates"] = static _ => new DelegateDriver(),
        ["initialisers"] = static _ => new InitialiserDriver(),
        ["interfaces"] = static _ => new InterfaceDriver(),
        ["iterators"] = static _ => new IteratorDriver(),
        ["lazy"] = static _ => new LazyDriver(),
        ["native"] = static _ => new NativeDriver(),
        ["pointers"] = static _ => new PointerDriver(),
        ["shared-generics"] = static _ => new SharedGenericDriver(),
        ["spans"] = static _ => new SpanDriver(),
        ["struct-generics"] = static _ => new StructGenericDriver(),
        ["table"] = static _ => new TableDriver(),
        ["text"] = static _ => new TextDriver(),
        ["virtuals"] = static _ => new VirtualDriver(),
    };

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Keys;
}
