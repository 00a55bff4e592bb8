using System.Collections.Immutable;

namespace TopHalf.Declarations;

/// <summary>
/// Compiles the descriptors of handlers to their step program. This is the one place where the order of an interrupt is
/// decided: test, disable, acknowledge, handle, (acknowledge,) look again, enable, unmask the line.
/// </summary>
internal sealed class StepProgram
{
    private readonly ImmutableArray<StepModel>.Builder _steps = ImmutableArray.CreateBuilder<StepModel>();

    private StepProgram()
    {
    }

    /// <summary>The program of the handlers of the same vectors.</summary>
    public static EquatableArray<StepModel> Compile(HandlerGroup group)
    {
        var program = new StepProgram();
        program.AddAll(group);
        return new EquatableArray<StepModel>(program._steps.ToImmutable());
    }

    /// <summary>All that unmasks the sources of a group at the start; empty where each of it is in the program too.</summary>
    public static EquatableArray<StepModel> CompileStart(HandlerGroup group)
    {
        var program = new StepProgram();
        if (group.Enables.Concat(group.Handlers.SelectMany(static h => h.Own.Enables)).Any(static e => e.Once))
        {
            program.AddStart(group);
        }

        return new EquatableArray<StepModel>(program._steps.ToImmutable());
    }

    /// <summary>The steps of descriptors that are written for themselves: those of a release.</summary>
    public static IEnumerable<StepModel> Write(StepRole role, IEnumerable<Descriptor> descriptors)
    {
        var program = new StepProgram();
        program.AddWrites(role, descriptors);
        return program._steps;
    }

    private void AddAll(HandlerGroup group)
    {
        Descriptor? pending = group.Pending;
        if (pending is not null)
        {
            bool isAny = pending.Value is null;
            _steps.Add(Make(
                StepRole.Pending, isAny ? StepOperation.TestAny : StepOperation.TestEqual, pending, pending.Mask, pending.Value ?? 0));
        }

        ulong seen = pending?.Mask ?? 0;
        AddWrites(StepRole.Disable, group.Disables);
        AddClears(group.Acknowledges, after: false, seen);
        if (group.IsShared)
        {
            foreach (ParsedHandler handler in group.Handlers)
            {
                AddSource(handler, seen);
            }

            AddUnclaimed(group);
        }
        else
        {
            _steps.Add(StepModel.Handle(group.Handlers[0].Method.Name));
        }

        AddClears(group.Acknowledges, after: true, seen);
        if (pending is { Recheck: > 0 })
        {
            _steps.Add(new StepModel(StepRole.Pending, StepOperation.Again, Value: (ulong)pending.Recheck));
        }

        AddEnables(group.Enables);
        if (group.IsLine)
        {
            _steps.Add(new StepModel(StepRole.Line, StepOperation.Unmask));
        }
    }

    private void AddSource(ParsedHandler handler, ulong seen)
    {
        if (handler.Own.Bits is not { } bits)
        {
            AddCalls(handler, seen);
            return;
        }

        AddBlock(new StepModel(StepRole.Pending, StepOperation.Match, Mask: bits.Mask), () =>
        {
            if (!bits.Each)
            {
                AddCalls(handler, bits.Mask);
                return;
            }

            // What has a register for each bit is done for each, the rest once.
            AddBefore(handler.Own, bits.Mask, static d => d.Address is not { HasStride: true });
            AddBlock(new StepModel(StepRole.Pending, StepOperation.EachBit, Mask: bits.Mask, Extent: BitMask.Width(bits.Mask)), () =>
            {
                AddBefore(handler.Own, bits.Mask, static d => d.Address is { HasStride: true });
                AddBanksOrHandle(handler);
                AddAfter(handler.Own, bits.Mask);
            });
        });
    }

    private void AddCalls(ParsedHandler handler, ulong seen)
    {
        AddBefore(handler.Own, seen, static _ => true);
        AddBanksOrHandle(handler);
        AddAfter(handler.Own, seen);
    }

    private void AddBefore(DescriptorSet own, ulong seen, Func<Descriptor, bool> which)
    {
        AddWrites(StepRole.Disable, own.Disables.Where(which));
        AddClears(own.Acknowledges.Where(which), after: false, seen);
    }

    private void AddAfter(DescriptorSet own, ulong seen)
    {
        AddClears(own.Acknowledges, after: true, seen);
        AddEnables(own.Enables);
    }

    private void AddEnables(IEnumerable<Descriptor> enables) => AddWrites(StepRole.Enable, enables.Where(static e => !e.Once));

    private void AddStart(HandlerGroup group)
    {
        AddWrites(StepRole.Enable, group.Enables);
        foreach (DescriptorSet own in group.Handlers.Select(static h => h.Own).Where(own => group.IsShared && !own.Enables.IsEmpty))
        {
            // The bits that have a register each count them; nobody looks at a status here.
            if (own.Bits is { Each: true } bits)
            {
                AddBlock(
                    new StepModel(StepRole.Pending, StepOperation.EachBit, Mask: bits.Mask, Extent: BitMask.Width(bits.Mask)),
                    () => AddWrites(StepRole.Enable, own.Enables));
            }
            else
            {
                AddWrites(StepRole.Enable, own.Enables);
            }
        }
    }

    private void AddBanksOrHandle(ParsedHandler handler)
    {
        var call = StepModel.Handle(handler.Method.Name);
        if (handler.Own.Banks.Count == 0)
        {
            _steps.Add(call);
        }

        // All sources that one bit, or one vector, leads to: those of the next are counted on from there.
        int extent = handler.Own.Banks.Select(static b => b.First + BitMask.Width(b.Register.Mask)).DefaultIfEmpty().Max();
        foreach (StatusBank bank in handler.Own.Banks)
        {
            Descriptor register = bank.Register;
            AddBlock(Make(StepRole.Pending, StepOperation.Bank, register, register.Mask, 0), () =>
            {
                if (bank.Clear is BankClear.Echo or BankClear.EchoTo)
                {
                    StepModel echo = Make(StepRole.Acknowledge, StepOperation.Echo, register, register.Mask, 0);
                    _steps.Add(bank.Clear == BankClear.Echo ? echo : echo with { Offset = bank.ClearOffset!.Value });
                }

                if (bank.Whole)
                {
                    _steps.Add(call);
                }
                else
                {
                    var each = new StepModel(
                        StepRole.Pending, StepOperation.EachBit, Mask: register.Mask, Value: (ulong)bank.First, Extent: extent);
                    AddBlock(each, () => _steps.Add(call));
                }
            });
        }
    }

    private void AddUnclaimed(HandlerGroup group)
    {
        if (group.UnclaimedBits == 0)
        {
            return;
        }

        AddBlock(new StepModel(StepRole.Unclaimed, StepOperation.Unclaimed, Mask: group.UnclaimedBits), () =>
        {
            if (group.Unclaimed is { Value: null, Modifies: false } echo)
            {
                _steps.Add(Make(StepRole.Unclaimed, StepOperation.Echo, echo, echo.Mask, 0));
                AddFlush(StepRole.Unclaimed, echo);
            }
            else if (group.Unclaimed is { } write)
            {
                AddWrites(StepRole.Unclaimed, [write]);
            }
        });
    }

    private void AddWrites(StepRole role, IEnumerable<Descriptor> descriptors)
    {
        foreach (Descriptor descriptor in descriptors)
        {
            StepOperation operation = descriptor.Modifies ? StepOperation.Modify : StepOperation.Write;
            _steps.Add(Make(role, operation, descriptor, descriptor.Mask, descriptor.ValueOrMask));
            AddFlush(role, descriptor);
        }
    }

    private void AddClears(IEnumerable<Descriptor> acknowledges, bool after, ulong seen)
    {
        foreach (Descriptor acknowledge in acknowledges.Where(a => a.After == after))
        {
            if (acknowledge.Clear == IrqClear.Echo)
            {
                // Bits that the test does not look at were not this handler's to find pending, so they are not its to clear.
                _steps.Add(Make(StepRole.Acknowledge, StepOperation.Echo, acknowledge, acknowledge.Mask & seen, 0));
                AddFlush(StepRole.Acknowledge, acknowledge);
            }
            else if (acknowledge.Clear != IrqClear.AtSource)
            {
                AddWrites(StepRole.Acknowledge, [acknowledge]);
            }
        }
    }

    private void AddFlush(StepRole role, Descriptor written)
    {
        if (written.Flush)
        {
            _steps.Add(Make(role, StepOperation.Flush, written, 0, 0) with { Preserve = 0 });
        }
    }

    private void AddBlock(StepModel head, Action body)
    {
        int at = _steps.Count;
        _steps.Add(head);
        body();
        _steps[at] = head with { Length = _steps.Count - at - 1 };
    }

    private static StepModel Make(StepRole role, StepOperation operation, Descriptor from, ulong mask, ulong value)
        => new(role, operation, from.Type, from.Bar, from.Offset, mask, value, from.Preserve, from.Address);
}
