using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>A handler as its author wrote it, and which descriptor applies to it in each role.</summary>
internal sealed class DeclaredHandler(IMethodSymbol method, DescriptorSet own, DescriptorSet shared)
{
    public IMethodSymbol Method { get; } = method;

    /// <summary>The descriptors of the method.</summary>
    public DescriptorSet Own { get; } = own;

    public Descriptor? Pending => Own.Pending ?? shared.Pending;

    public Descriptor? Acknowledge => StepProgram.EffectiveAcknowledge(Own, shared);

    public Descriptor? Disable => Own.Disable ?? shared.Disable;

    public Descriptor? Enable => Own.Enable ?? shared.Enable;

    /// <summary>The descriptors that apply, besides the release, which is not the handler's but the driver's.</summary>
    public IEnumerable<Descriptor> Effective => new[] { Pending, Acknowledge, Disable, Enable }.OfType<Descriptor>();
}
