using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>The descriptors on one method or class: at most one of a role, which C# sees to.</summary>
internal sealed class DescriptorSet
{
    private readonly Dictionary<AttributeKind, Descriptor> _byRole = [];

    private DescriptorSet()
    {
    }

    public Descriptor? Pending => this[AttributeKind.Pending];

    public Descriptor? Acknowledge => this[AttributeKind.Acknowledge];

    public Descriptor? Disable => this[AttributeKind.Disable];

    public Descriptor? Enable => this[AttributeKind.Enable];

    public Descriptor? Release => this[AttributeKind.Release];

    /// <summary>All of them, by role.</summary>
    public IEnumerable<Descriptor> All => new[] { Pending, Disable, Acknowledge, Enable, Release }.OfType<Descriptor>();

    private Descriptor? this[AttributeKind role] => _byRole.TryGetValue(role, out Descriptor? found) ? found : null;

    /// <summary>Reads and checks the descriptors of a method or a class.</summary>
    public static DescriptorSet Read(ImmutableArray<AttributeData> attributes, FaultSink faults)
    {
        var set = new DescriptorSet();
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.IsDescriptor && Descriptor.Read(attribute, faults) is { } descriptor)
            {
                set._byRole[descriptor.Role] = descriptor;
            }
        }

        return set;
    }
}
