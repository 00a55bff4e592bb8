namespace TopHalf.Declarations;

/// <summary>
/// A driver class as the generator needs it: values only. No symbol, syntax node or location may come in here, since one of
/// them would keep a whole compilation alive and make the pipeline run on every keystroke.
/// </summary>
/// <param name="Namespace">The namespace, without any <c>@</c>; empty for the global one.</param>
/// <param name="Containers">The types around the class, outermost first.</param>
/// <param name="Shell">The class itself.</param>
/// <param name="IsStatic">The class is static: a fault, but its members can be given.</param>
/// <param name="CanReopen">Every part of the class can be written in another file.</param>
/// <param name="IsFaulty">Something of the declaration is wrong; handlers and release steps are not filled in.</param>
/// <param name="Taken">Names that the author uses for members of the author's own: a fault too.</param>
/// <param name="VendorId">The PCI vendor id; 0 for any.</param>
/// <param name="DeviceId">The PCI device id; 0 for any.</param>
/// <param name="Handlers">The handlers, by first vector.</param>
/// <param name="Release">The steps that leave the device quiet.</param>
/// <param name="IsLine">The handlers are those of the level-triggered line.</param>
/// <param name="SharesVectors">Vectors share where there are too few.</param>
/// <param name="Request">What is called when the kernel asks for the device; null for nothing.</param>
/// <param name="Error">What is called when the device has had an error; null for nothing.</param>
/// <param name="Granted">What is called when the vectors are there, before any source is unmasked; null for nothing.</param>
/// <param name="Members">The driver's members whose values go into addresses.</param>
public sealed record DriverModel(
    string Namespace,
    EquatableArray<TypeShell> Containers,
    TypeShell Shell,
    bool IsStatic,
    bool CanReopen,
    bool IsFaulty,
    GeneratedMembers Taken,
    ushort VendorId,
    ushort DeviceId,
    EquatableArray<HandlerModel> Handlers,
    EquatableArray<StepModel> Release,
    bool IsLine,
    bool SharesVectors,
    HandlerMethodModel? Request,
    HandlerMethodModel? Error,
    HandlerMethodModel? Granted,
    EquatableArray<MemberModel> Members)
{
    /// <summary>
    /// Up to here dispatch is a switch; above, a table of function pointers. A larger switch leaves the size at which the
    /// just-in-time compiler optimises a method well.
    /// </summary>
    public const int LargestSwitch = 64;

    /// <summary>The methods that are called when something happens to the device or its vectors, and that are no handlers.</summary>
    public IEnumerable<HandlerMethodModel> EventMethods => new[] { Granted, Request, Error }.OfType<HandlerMethodModel>();

    /// <summary>How many vectors all handlers have together.</summary>
    public int VectorCount
    {
        get
        {
            int count = 0;
            foreach (HandlerModel handler in Handlers)
            {
                foreach (VectorRangeModel range in handler.Vectors)
                {
                    count += range.Count;
                }
            }

            return count;
        }
    }

    /// <summary>Dispatch goes through a table, which the author's project must allow (AllowUnsafeBlocks).</summary>
    public bool NeedsTable => VectorCount > LargestSwitch;
}
