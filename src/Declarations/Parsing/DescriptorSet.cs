using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>The descriptors on one method or class, in the order in which they are written, which is the order of execution.</summary>
internal sealed class DescriptorSet
{
    private readonly List<Descriptor> _all = [];
    private readonly List<StatusBank> _banks = [];

    private DescriptorSet()
    {
    }

    public Descriptor? Pending => Of(AttributeKind.Pending).FirstOrDefault();

    public ImmutableArray<Descriptor> Acknowledges => Of(AttributeKind.Acknowledge);

    public ImmutableArray<Descriptor> Disables => Of(AttributeKind.Disable);

    public ImmutableArray<Descriptor> Enables => Of(AttributeKind.Enable);

    public ImmutableArray<Descriptor> Releases => Of(AttributeKind.Release);

    /// <summary>How bits that no handler claims are masked; null where nothing says so.</summary>
    public Descriptor? Unclaimed => Of(AttributeKind.Unclaimed).FirstOrDefault();

    /// <summary>The bits that lead to the handler; null where it has its vectors for itself.</summary>
    public StatusBits? Bits { get; private set; }

    /// <summary>Further status registers, in their order.</summary>
    public IReadOnlyList<StatusBank> Banks => _banks;

    /// <summary>All of them.</summary>
    public IEnumerable<Descriptor> All => _all;

    /// <summary>Which of the handlers of its vectors is called, and with which index, is told by status bits.</summary>
    public bool IsSource => Bits is not null || _banks.Count > 0;

    /// <summary>Reads and checks the descriptors of a method or a class.</summary>
    public static DescriptorSet Read(ImmutableArray<AttributeData> attributes, FaultSink faults)
    {
        var set = new DescriptorSet();
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.IsDescriptor && Descriptor.Read(attribute, faults) is { } descriptor)
            {
                set.Add(descriptor, faults);
            }
            else if (attribute.Kind == AttributeKind.Bits)
            {
                set.AddBits(attribute, faults);
            }
        }

        return set;
    }

    private void AddBits(AttributeData attribute, FaultSink faults)
    {
        if (Bits is null)
        {
            Bits = StatusBits.Read(attribute, faults);
        }
        else
        {
            // C# refuses a second one (CS0579).
            faults.AddRejectedByCompiler();
        }
    }

    private void Add(Descriptor descriptor, FaultSink faults)
    {
        _all.Add(descriptor);
        if (descriptor.Role != AttributeKind.Bank)
        {
            return;
        }

        if (StatusBank.IsOurs(descriptor.Source))
        {
            var bank = new StatusBank(descriptor);
            BankChecks.Check(bank, faults);
            _banks.Add(bank);
        }
        else
        {
            faults.AddForeign(descriptor.Source);
        }
    }

    private ImmutableArray<Descriptor> Of(AttributeKind role) => [.. _all.Where(d => d.Role == role)];
}
